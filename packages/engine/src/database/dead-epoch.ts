/** This engine wrote after another had taken its place: nothing was written, and it must stop. */
export class DeadEpoch extends Error {
  override name = 'DeadEpoch'
  constructor() {
    super('Another engine has taken over this database')
  }
}
