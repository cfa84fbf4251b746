import { celadonBowl, celadonBowlMended, footedBowl, noodleBowl, riceBowl, snowTeaBowl } from './bowls.ts'
import { clayCup, facetedCup, indigoTumbler, tenmokuCupMended } from './cups.ts'
import { redClayJar } from './jars.ts'
import { inkPlate } from './plates.ts'
import type { ProductSeed } from './product-seed.ts'
import { persimmonSpoonRest } from './table.ts'
import { ashTeapot, skyPitcher } from './teapots.ts'
import { inkBottleVase, moonVaseMended } from './vases.ts'
import { oakTray } from './woodwork.ts'

/** The demo shop's goods, in the order in which the shop shows them. */
export const products: readonly ProductSeed[] = [
  moonVaseMended,
  clayCup,
  redClayJar,
  inkPlate,
  footedBowl,
  tenmokuCupMended,
  celadonBowl,
  facetedCup,
  celadonBowlMended,
  riceBowl,
  indigoTumbler,
  noodleBowl,
  snowTeaBowl,
  oakTray,
  ashTeapot,
  persimmonSpoonRest,
  skyPitcher,
  inkBottleVase,
]
