import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'

const options = [
  { value: 'KR', label: 'Korea' },
  { value: 'JP', label: 'Japan' },
  { value: 'XX', label: 'Nowhere (off)', disabled: true },
]

export const Forms = () => (
  <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
    <Field label="Plain" placeholder="0000" />
    <Field label="With a hint" hint="Only for the courier." optional="optional" />
    <Field label="With an error" defaultValue="12" error="Five digits, such as 03083." />
    <Field label="Off" defaultValue="cannot be changed" disabled />
    <Select label="One of a list" options={options} />
    <Select label="With an error" options={options} error="Choose a country we send to." />
    <TextArea label="A few sentences" optional="optional" />
    <TextArea label="With an error" error="At most 200 letters." />
    <div>
      <Checkbox label="Not ticked" hint="What it means." />
      <Checkbox label="Ticked" defaultChecked />
      <Checkbox label="With an error" error="Please tick this to go on." />
      <Checkbox label="Off" disabled />
    </div>
  </div>
)
