import { celadonBowl, celadonBowlMended, footedBowl, noodleBowl, riceBowl, snowTeaBowl } from './bowls.ts'
import { clayCup, espressoCup, facetedCup, indigoTumbler, sojuSet, tenmokuCupMended } from './cups.ts'
import { inkJarMended, onggiJar, redClayJar, sugarJar } from './jars.ts'
import { brushedPlateMended, dessertPlates, inkPlate, mossLeafPlate, skyOvalPlate, whiteFootedPlate } from './plates.ts'
import type { ProductSeed } from './product-seed.ts'
import { candleStand, chopstickRests, incenseHolder, liddedBoxMended, persimmonSpoonRest } from './table.ts'
import { ashTeapot, kyusu, skyPitcher } from './teapots.ts'
import { gourdVase, inkBottleVase, moonJar, moonVaseMended, mossBudVase, tallSpeckledVase } from './vases.ts'
import { oakTray, walnutLadle } from './woodwork.ts'

/** The demo shop's goods, in the order in which the shop shows them. */
export const products: readonly ProductSeed[] = [
  moonVaseMended,
  clayCup,
  redClayJar,
  inkPlate,
  footedBowl,
  tenmokuCupMended,
  celadonBowl,
  kyusu,
  moonJar,
  dessertPlates,
  facetedCup,
  walnutLadle,
  celadonBowlMended,
  onggiJar,
  mossBudVase,
  riceBowl,
  inkJarMended,
  skyOvalPlate,
  indigoTumbler,
  candleStand,
  noodleBowl,
  gourdVase,
  snowTeaBowl,
  brushedPlateMended,
  oakTray,
  espressoCup,
  ashTeapot,
  mossLeafPlate,
  sojuSet,
  liddedBoxMended,
  sugarJar,
  tallSpeckledVase,
  persimmonSpoonRest,
  whiteFootedPlate,
  skyPitcher,
  incenseHolder,
  inkBottleVase,
  chopstickRests,
]
