import { join } from 'node:path'
import { flipFuses, type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses'
import type { AfterPackContext, Configuration } from 'electron-builder'

/** Every switch burnt into the binary, decided one by one; a new one in a later Electron stops the build. */
export const fuses: FuseConfig = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // Electron refuses to start with it unless a snapshot of its own is shipped.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

const driver = 'node_modules/better-sqlite3-multiple-ciphers'

/** What goes into an installer: the bundle and the one native driver of this system. Everything else is bundled. */
export const packaging: Configuration = {
  appId: 'cn.shuke.desktop',
  productName: 'Shuke',
  directories: { output: 'release', buildResources: 'build/icons' },
  files: [
    'package.json',
    'dist/node/**',
    'dist/renderer/**',
    '!node_modules/**',
    `${driver}/package.json`,
    `${driver}/lib/*.js`,
    `${driver}/lib/methods/*.js`,
    `${driver}/prebuilds/\${platform}-\${arch}.node`,
  ],
  // The driver's scripts stay sealed; only what the system's loader opens by itself lies outside.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  // The driver's binaries are Node-API: the same file serves Node and Electron.
  npmRebuild: false,
  electronLanguages: ['zh-CN', 'en-US'],
  async afterPack(context) {
    await flipFuses(binaryIn(context), fuses)
  },
  win: { target: ['nsis'], icon: 'build/icons/icon.png' },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['zh_CN', 'en_US'],
    // Taking the program off a computer must not take the customers with it.
    deleteAppDataOnUninstall: false,
  },
  mac: { target: ['dmg'], icon: 'build/icons/icon.png', category: 'public.app-category.business' },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'build/icons/icon.png',
    executableName: 'shuke',
    category: 'Office',
    maintainer: 'The Shuke authors <shuke@example.org>',
    synopsis: 'Customer cards, visits and follow-ups for a small business',
  },
  // A .deb wants an address of the project; there is none yet.
  extraMetadata: { homepage: 'https://example.org/shuke' },
}

// The packager's own step knows one fuse less than this Electron has.
function binaryIn({
  appOutDir,
  electronPlatformName,
}: Pick<AfterPackContext, 'appOutDir' | 'electronPlatformName'>): string {
  if (electronPlatformName === 'darwin') return join(appOutDir, 'Shuke.app')
  return join(appOutDir, electronPlatformName === 'win32' ? 'Shuke.exe' : 'shuke')
}
