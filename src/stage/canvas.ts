import * as Phaser from "phaser";
import type { Shape } from "./geometry.ts";

/** Sharper than this costs four times the work for a difference that no eye sees. */
const SHARPEST = 2;

/** The canvas: asleep until it is asked to draw, and asleep again once what it draws has come to rest. */
export interface Canvas {
  readonly element: HTMLCanvasElement;
  /** In CSS pixels. */
  resize(width: number, height: number): void;
  /** Draws now, and again on every frame for as long as `draw` says that something still moves. */
  wake(): void;
  close(): void;
}

/** What is drawn on: by the graphics card, or by the processor. */
export type Renderer = "webgl" | "2d";

/** What to draw, and whether it will look different on the next frame. */
interface CanvasFrame {
  readonly shapes: readonly Shape[];
  readonly moving: boolean;
}

function drawShape(on: Phaser.GameObjects.Graphics, shape: Shape): void {
  const { alpha } = shape;
  if (alpha <= 0) return;
  const colour = Number.parseInt(shape.colour.slice(1), 16);
  switch (shape.kind) {
    case "stroke":
      on.lineStyle(shape.width, colour, alpha).lineBetween(shape.from.x, shape.from.y, shape.to.x, shape.to.y);
      return;
    case "disc":
      on.fillStyle(colour, alpha).fillCircle(shape.at.x, shape.at.y, shape.radius);
      return;
    case "area":
      on.fillStyle(colour, alpha).fillPoints(
        shape.points.map(({ x, y }) => new Phaser.Math.Vector2(x, y)),
        true,
        true,
      );
  }
}

class TableScene extends Phaser.Scene {
  readonly #draw: () => CanvasFrame;
  /** From its first sleep on, waking it draws in the same breath. */
  readonly #ready: () => void;
  #graphics: Phaser.GameObjects.Graphics | null = null;

  constructor(draw: () => CanvasFrame, ready: () => void) {
    super("table");
    this.#draw = draw;
    this.#ready = ready;
  }

  create(): void {
    this.#graphics = this.add.graphics();
  }

  override update(): void {
    if (!this.#graphics) return;
    const { shapes, moving } = this.#draw();
    this.#graphics.clear().setScale(sharpness());
    for (const shape of shapes) drawShape(this.#graphics, shape);
    if (moving) return;
    this.game.loop.sleep();
    this.#ready();
  }
}

function sharpness(): number {
  return Math.min(Math.max(window.devicePixelRatio, 1), SHARPEST);
}

/**
 * Starts Phaser in an element of the page.
 * @param draw asked for every frame
 */
export function openCanvas(parent: HTMLElement, renderer: Renderer, draw: () => CanvasFrame): Promise<Canvas> {
  return new Promise((resolve) => {
    const game = new Phaser.Game({
      type: renderer === "webgl" ? Phaser.WEBGL : Phaser.CANVAS,
      parent,
      transparent: true,
      banner: false,
      autoFocus: false,
      audio: { noAudio: true },
      // Pages own every input, HTML every word.
      input: { mouse: false, touch: false, keyboard: false, gamepad: false },
      scale: { mode: Phaser.Scale.NONE, width: 16, height: 16, zoom: 1, autoRound: false },
      scene: new TableScene(draw, () => {
        const { canvas: element } = game;
        element.setAttribute("aria-hidden", "true");
        resolve({
          element,
          resize(width, height) {
            const sharp = sharpness();
            const [wide, high] = [Math.round(width * sharp), Math.round(height * sharp)];
            if (element.width === wide && element.height === high && game.scale.zoom === 1 / sharp) return;
            game.scale.setZoom(1 / sharp);
            game.scale.resize(wide, high);
            // Phaser leaves the style of an earlier size where one pixel is one pixel.
            Object.assign(element.style, { width: `${wide / sharp}px`, height: `${high / sharp}px` });
          },
          wake: () => game.loop.wake(),
          close: () => game.destroy(true),
        });
      }),
    });
  });
}
