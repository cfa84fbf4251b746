import '@/app/rare-letters.css'
