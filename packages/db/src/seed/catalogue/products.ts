import { celadonBowl, celadonBowlMended, snowTeaBowl } from './bowls.ts'
import { clayCup } from './cups.ts'
import { ashTeapot, redClayJar, skyPitcher } from './jars-and-teapots.ts'
import { inkPlate } from './plates.ts'
import type { ProductSeed } from './product-seed.ts'
import { oakTray, persimmonSpoonRest } from './table.ts'
import { inkBottleVase, moonVaseMended } from './vases.ts'

/** The demo shop's goods, in the order in which the shop shows them. */
export const products: readonly ProductSeed[] = [
  moonVaseMended,
  clayCup,
  redClayJar,
  inkPlate,
  celadonBowl,
  celadonBowlMended,
  snowTeaBowl,
  ashTeapot,
  skyPitcher,
  oakTray,
  inkBottleVase,
  persimmonSpoonRest,
]
