// What tests do in the set-up of an estate with their hands.

import path from 'node:path';

export const at = (page, name) => page.getByTestId(name);
export const step = (page, name) => page.locator(`[data-step=${name}]`).click();

/**
 * Where a point of the picture underneath is on the screen, in the picture's own units to the right and down: it is laid to fit
 * the map.
 */
export async function pictureOnScreen(page, [width, height]) {
  const box = await at(page, 'plan').boundingBox();
  const scale = Math.min((box.width - 24) / width, (box.height - 24) / height);
  const corner = [box.x + box.width / 2 - (width * scale) / 2, box.y + box.height / 2 - (height * scale) / 2];
  return (x, y) => [corner[0] + x * scale, corner[1] + y * scale];
}

/** The edge is drawn around the houses, and nothing is missing to save. */
export async function edgedToSave(page) {
  await step(page, 'edge');
  await at(page, 'setup-edge-houses').click();
  await at(page, 'setup-edge-around').click();
  await step(page, 'save');
  await at(page, 'setup-ready').waitFor();
}

/** Saves the project as one file in a folder, and gives its path. */
export async function saved(page, folder, name) {
  await step(page, 'save');
  const coming = page.waitForEvent('download');
  await at(page, 'setup-save').click();
  const zip = path.join(folder, name);
  await (await coming).saveAs(zip);
  return zip;
}
