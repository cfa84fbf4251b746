import { operatorRoles } from '@makegood/core/team/inputs'
import { isPermitted, type Permission, permissions } from '@makegood/core/user/permissions'
import { useTranslations } from 'next-intl'
import { PlainTable } from '../plain-table'
import { useCodeWords } from '../use-code-words'

const names = Object.keys(permissions) as Permission[]

/** What each role may do, from the very table that the api goes by. */
export const RolesTable = () => {
  const t = useTranslations('adminTeam')
  const wordsOf = useCodeWords('adminTeam.permissions')
  const roleOf = useTranslations('adminShell.roles')
  const rows = names.map(name => ({
    key: name,
    cells: [
      <span key="name" title={name}>
        {wordsOf(name)}
      </span>,
      ...operatorRoles.map(role =>
        isPermitted(role, name) ? (
          t('may')
        ) : (
          <span key={role} className="text-ink-2">
            {t('mayNot')}
          </span>
        ),
      ),
    ],
  }))
  return (
    <div className="mt-9">
      <PlainTable
        title={t('whatRolesMay')}
        compact={{ lines: 1, bare: [] }}
        columns={[t('act'), ...operatorRoles.map(role => roleOf(role))]}
        rows={rows}
      />
    </div>
  )
}
