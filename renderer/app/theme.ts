// How everything looks, in one place: one accent (deep blue), neutral greys, status colours, radius 6, 14 px, compact controls. Every pair of
// text and ground that the palettes are made for has a contrast of at least 4.5 : 1 (theme.test.ts counts it).
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, rem } from '@mantine/core';
import type { HostSettings } from '#shared/contract/host.ts';
import { appText } from '#shared/text/index.ts';

export const palettes = {
  gray: tuple('#f7f8fa #eff1f4 #e3e6eb #d2d7de #b3bac4 #858e9a #616a76 #4a525d #343b44 #1f252c'),
  dark: tuple('#d9dde2 #bcc2ca #9ea6b1 #77818d #414952 #323841 #282d35 #1d2127 #16191e #0f1115'),
  blue: tuple('#eef3fb #dde7f6 #bccfea #95b2dc #83a3d7 #4f7cc0 #3767b0 #28579f #1c4789 #143768'),
  red: tuple('#fff0f0 #fde0df #f9c0be #f29a97 #ee8a86 #dc514d #c93a36 #b42825 #941d1b #741413'),
  green: tuple('#ecf8f0 #d6f0de #aedfbf #82cc9c #57b679 #369f5d #217f46 #18703c #0f5a2f #084424'),
  orange: tuple('#fff4e8 #ffe6cc #fdcb98 #f8ab5f #ef8c33 #df7216 #b45407 #a14905 #803804 #602903'),
  yellow: tuple('#fff9e0 #fef0b8 #fbe07a #f3cb3f #e3b318 #c6960a #8f6a05 #7f5d04 #634803 #483402'),
  teal: tuple('#e6f7f6 #ccefec #9adeda #66cac4 #3ab3ad #1c9a94 #0e7c77 #0a6b67 #075552 #043f3d'),
  violet: tuple('#f3f0fb #e7e1f7 #cfc3ee #b3a1e3 #ab98e0 #7f63cb #6c4fbb #5d41a8 #4b338a #3a276c'),
} as const satisfies Record<string, MantineColorsTuple>;

/** Filled controls, in light and in dark: white on this shade. */
export const primaryShade = { light: 7, dark: 6 } as const;

const fonts =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const monospace = 'ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace';

/** Per cent of the browser's 16 px; all sizes are in rem, so that everything grows together. */
export const textScale: Readonly<Record<HostSettings['textSize'], string>> = {
  small: '93.75%',
  normal: '100%',
  large: '112.5%',
  larger: '125%',
};

export const theme = createTheme({
  colors: palettes,
  primaryColor: 'blue',
  primaryShade,
  black: palettes.gray[9],
  fontFamily: fonts,
  fontFamilyMonospace: monospace,
  fontSizes: { xs: rem(12), sm: rem(14), md: rem(14), lg: rem(16), xl: rem(18) },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: {
    fontFamily: fonts,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.4' },
      h2: { fontSize: rem(16), lineHeight: '1.5' },
      h3: { fontSize: rem(14), lineHeight: '1.5' },
    },
  },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  defaultRadius: 'sm',
  radius: { xs: rem(4), sm: rem(6), md: rem(6), lg: rem(8), xl: rem(16) },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Input: { vars: compactInput },
    Button: { vars: compactButton },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Paper: { defaultProps: { radius: 'sm' } },
    Badge: { defaultProps: { variant: 'light', radius: 'xs' }, styles: { root: { textTransform: 'none' } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } } },
    Popover: { defaultProps: { transitionProps: { duration: 120 } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': appText.common.close } } },
    // The placeholder is a focusable element of no role inside the menu; the first item takes the focus instead.
    Menu: { defaultProps: { transitionProps: { duration: 120 }, withInitialFocusPlaceholder: false } },
    Table: { defaultProps: { verticalSpacing: rem(7) } },
  },
});

/** Mantine's own greys for secondary text are too light to read all day. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': palettes.gray[6],
    '--mantine-color-placeholder': palettes.gray[6],
    '--mantine-color-error': palettes.red[7],
    '--mantine-color-success': palettes.green[7],
    '--mantine-color-disabled-color': palettes.gray[6],
    '--app-ground': palettes.gray[0],
    '--app-surface': '#ffffff',
    '--app-line': palettes.gray[2],
  },
  dark: {
    '--mantine-color-dimmed': palettes.dark[2],
    '--mantine-color-placeholder': palettes.dark[2],
    '--mantine-color-error': palettes.red[4],
    '--mantine-color-success': palettes.green[4],
    '--mantine-color-disabled-color': palettes.dark[2],
    '--app-ground': palettes.dark[8],
    '--app-surface': palettes.dark[7],
    '--app-line': palettes.dark[5],
  },
});

type Sized = { readonly size?: unknown; readonly multiline?: unknown };

function compactInput(_theme: unknown, { size, multiline }: Sized) {
  if (size !== undefined && size !== 'sm') return { wrapper: {} };
  return {
    wrapper: { '--input-height': rem(32), ...(multiline === true ? { '--input-padding-y': rem(5) } : {}) },
  };
}

function compactButton(_theme: unknown, { size }: Sized) {
  return size === undefined || size === 'sm'
    ? { root: { '--button-height': rem(32), '--button-padding-x': rem(14) } }
    : { root: {} };
}

/** Ten shades, from the lightest. */
function tuple(text: string): MantineColorsTuple {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = ''] = text.split(' ');
  return [a, b, c, d, e, f, g, h, i, j];
}
