'use client'

import type { ComponentProps, ReactNode } from 'react'
import { useConsoleFaults } from './use-console-faults'

type Props = Omit<ComponentProps<'form'>, 'onSubmit' | 'onInput' | 'children'> & {
  send: (form: HTMLFormElement) => void
  children: (errorOf: (field: string) => string | undefined) => ReactNode
}

/** A form that is sent where its fields are as they should be, and says beside them what is not. */
export const CheckedForm = ({ send, children, ...props }: Props) => {
  const { check, forget, errorOf } = useConsoleFaults()
  return (
    <form
      {...props}
      noValidate
      onInput={forget}
      onSubmit={event => {
        event.preventDefault()
        if (check(event.currentTarget)) send(event.currentTarget)
      }}
    >
      {children(errorOf)}
    </form>
  )
}
