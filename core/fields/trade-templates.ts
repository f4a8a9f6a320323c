import type { FieldDraft, TradeKey } from '#contract/fields.ts'
import type { Labels } from '../lib/label.ts'

export interface Trade extends Labels {
  readonly key: TradeKey
  readonly section: (Labels & { readonly key: string; readonly before: string }) | null
  readonly fields: readonly TradeField[]
  /** Shipped fields the trade has no use for. */
  readonly hides: readonly string[]
}

/** A field with a key of its own, so that it is known again whatever the owner calls it. */
export interface TradeField extends Omit<FieldDraft, 'owner' | 'section'> {
  readonly key: string
}

/** What each trade keeps about its customers besides the fourteen items. */
export const trades: Readonly<Record<TradeKey, Trade>> = {
  general: { key: 'general', labelZh: '通用', labelEn: 'General', section: null, fields: [], hides: [] },
  decoration: {
    key: 'decoration',
    labelZh: '家装',
    labelEn: 'Home decoration',
    section: { key: 'house', labelZh: '房屋与工程', labelEn: 'House and works', before: 'needs' },
    fields: [
      field('estate', '小区', 'Estate', 'text'),
      field('floorPlan', '户型', 'Floor plan', 'text'),
      field('floorArea', '房屋面积', 'Floor area', 'number'),
      field('worksStage', '工程阶段', 'Stage of works', 'choice', [
        ['量房', 'Measuring'],
        ['设计', 'Design'],
        ['签约', 'Signed'],
        ['拆改', 'Demolition'],
        ['水电', 'Plumbing and wiring'],
        ['泥瓦', 'Masonry'],
        ['木作', 'Carpentry'],
        ['油漆', 'Painting'],
        ['安装', 'Fitting'],
        ['竣工', 'Completed'],
        ['质保', 'Under warranty'],
      ]),
      field('worksBeginOn', '开工日', 'Start of works', 'date'),
      field('interimPaymentOn', '中期款日', 'Interim payment', 'date'),
      field('worksEndOn', '竣工日', 'Completion', 'date'),
      field('worksWarrantyEndsOn', '质保到期', 'Warranty expiry', 'date'),
    ],
    hides: [
      'standing',
      'organisation',
      'registeredCapital',
      'taxpayer',
      'monthlyVolume',
      'purchaseCycle',
      'authorities',
    ],
  },
  beauty: {
    key: 'beauty',
    labelZh: '美业',
    labelEn: 'Beauty',
    section: { key: 'treatments', labelZh: '项目与护理', labelEn: 'Treatments', before: 'needs' },
    fields: [
      field('favouriteTreatments', '项目偏好', 'Favourite treatments', 'choices', [
        ['面部护理', 'Facial care'],
        ['身体护理', 'Body care'],
        ['养生理疗', 'Wellness'],
        ['美发', 'Hair'],
        ['美甲', 'Nails'],
        ['美睫', 'Lashes'],
        ['纹绣', 'Permanent make-up'],
        ['脱毛', 'Hair removal'],
        ['其他', 'Other'],
      ]),
      field('memberCard', '会员卡号', 'Member card', 'text'),
      field('sessionsLeft', '余次', 'Sessions left', 'number'),
      field('cycleDays', '周期天数', 'Days between visits', 'number'),
      { ...field('allergies', '过敏史', 'Allergies', 'longText'), sensitive: true },
    ],
    hides: [
      'bankCredit',
      'registeredCapital',
      'taxpayer',
      'organisation',
      'standing',
      'employees',
      'plans',
      'monthlyVolume',
      'purchaseCycle',
      'supplier',
      'creditLimit',
      'paymentTerm',
      'reputation',
      'authorities',
    ],
  },
  maintenance: {
    key: 'maintenance',
    labelZh: '设备维保',
    labelEn: 'Equipment maintenance',
    section: { key: 'equipment', labelZh: '设备', labelEn: 'Equipment', before: 'needs' },
    fields: [
      field('equipmentModel', '设备型号', 'Model', 'text'),
      field('serialNumber', '序列号', 'Serial number', 'text'),
      field('installedOn', '安装日', 'Installed on', 'date'),
      field('serviceInterval', '保养周期', 'Service interval', 'choice', [
        ['每月', 'Monthly'],
        ['每季', 'Quarterly'],
        ['每半年', 'Half-yearly'],
        ['每年', 'Yearly'],
        ['每两年', 'Every two years'],
      ]),
      field('equipmentWarrantyEndsOn', '保修到期', 'Warranty ends on', 'date'),
    ],
    hides: [],
  },
}

function field(
  key: string,
  labelZh: string,
  labelEn: string,
  type: FieldDraft['type'],
  choices: readonly (readonly [zh: string, en: string])[] = [],
): TradeField {
  return { key, labelZh, labelEn, type, choices: choices.map(([zh, en]) => ({ labelZh: zh, labelEn: en })) }
}
