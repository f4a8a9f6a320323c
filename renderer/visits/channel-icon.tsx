import {
  type Icon,
  IconBrandWechat,
  IconBuildingStore,
  IconConfetti,
  IconMail,
  IconMessage,
  IconNotes,
  IconPhone,
  IconVideo,
  IconWalk,
} from '@tabler/icons-react'

/** Icons of the channels that ship with the program. Those of one's own get the common one. */
const icons: Readonly<Record<string, Icon>> = {
  onSite: IconWalk,
  inShop: IconBuildingStore,
  phone: IconPhone,
  wechat: IconBrandWechat,
  sms: IconMessage,
  email: IconMail,
  video: IconVideo,
  event: IconConfetti,
}

export function ChannelIcon({ channel }: { readonly channel: string }) {
  const Icon = icons[channel] ?? IconNotes
  return <Icon size={16} stroke={1.6} aria-hidden />
}
