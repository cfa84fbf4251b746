import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pictureFiles } from './picture-files.ts'

const publicDir = join(import.meta.dirname, '..', '..', 'public')
const pictures = globSync('pictures/*.webp', { cwd: publicDir }).filter(path => !/-(400|700)\.webp$/.test(path))

test('every file that a page may name for a picture exists', () => {
  expect(pictures.length).toBeGreaterThan(24)
  for (const path of pictures) {
    const width = /\/(hero|story)\.webp$/.test(path) ? 1400 : 800
    for (const file of pictureFiles(`/${path}`, width).split(', '))
      expect(existsSync(join(publicDir, file.split(' ')[0] ?? '')), file).toBe(true)
  }
})
