// The fonts that PDF files embed (SIL Open Font License 1.1), with their licence beside them.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const FONTS = ['400Regular', '400Regular_Italic', '600SemiBold'];

export default async function ({ web, classes }) {
  const source = join(web, 'node_modules/@expo-google-fonts/source-sans-3');
  const folder = join(classes, 'fr/ruche/pdf');
  mkdirSync(folder, { recursive: true });
  for (const font of FONTS) {
    copyFileSync(join(source, font, `SourceSans3_${font}.ttf`), join(folder, `SourceSans3_${font}.ttf`));
  }
  copyFileSync(join(source, 'LICENSE_FONT'), join(folder, 'SourceSans3-LICENSE.txt'));
}
