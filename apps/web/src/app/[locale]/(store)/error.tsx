'use client'

export { FailedPage as default } from '@/features/shell/failed-page'
