// The renderer for large graphs: our own canvas, with the same interface as the one on vis-network. While the
// picture moves only a part of the lines is drawn, as many as the last frame had time for.

function canvasRenderer(holder, on) {
  const canvas = h("canvas", { "aria-hidden": "true" });
  holder.append(canvas);
  const ctx = canvas.getContext("2d");
  const view = { x: 0, y: 0, scale: 0.1 };
  let light = null;
  let everyLine = 1;
  let moving = false;
  let asked = false;
  let settle = 0;
  const kept = document.createElement("canvas");
  let held = null; // what the pointer holds: {id, x, y, moved}
  let still = null; // the view that the picture shows, and the kept one if it is copied already
  let copied = false;

  const camera = {
    get scale() { return view.scale; },
    width: 0,
    height: 0,
    get covered() { return coveredBoxes(holder); },
    radius: (id) => RADIUS[id] * screenSize(view.scale),
    point: (x, y) => ({ x: (x - view.x) * view.scale + camera.width / 2, y: (y - view.y) * view.scale + camera.height / 2 }),
    screen: (id) => camera.point(X[id], Y[id]),
  };
  const world = (x, y) => ({ x: (x - camera.width / 2) / view.scale + view.x, y: (y - camera.height / 2) / view.scale + view.y });

  function size() {
    const ratio = devicePixelRatio || 1;
    if (camera.width === holder.clientWidth && camera.height === holder.clientHeight && canvas.width === Math.round(camera.width * ratio)) return;
    [camera.width, camera.height] = [holder.clientWidth, holder.clientHeight];
    canvas.width = Math.round(camera.width * ratio);
    canvas.height = Math.round(camera.height * ratio);
    still = null;
    ask();
  }

  function paint() {
    asked = false;
    if (!camera.width || (moving && !(held && held.id !== null) && shift())) return;
    const began = performance.now();
    const ratio = canvas.width / camera.width;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, camera.width, camera.height);
    drawScene(ctx, camera, light, moving ? everyLine : 1, moving);
    drawLabels(ctx, camera, light);
    ctx.restore();
    const took = performance.now() - began;
    still = { ...view };
    copied = false;
    if (!moving) return;
    if (took > 14) everyLine = Math.min(32, everyLine * 2);
    else if (took < 6 && everyLine > 1) everyLine /= 2;
  }

  /** Copy the picture, to be moved as it is while the reader drags or zooms. */
  function keep() {
    kept.width = canvas.width;
    kept.height = canvas.height;
    kept.getContext("2d").drawImage(canvas, 0, 0);
    copied = true;
  }

  /** Draw the kept picture moved and scaled; false when there is none, or when it has moved too far to do. */
  function shift() {
    if (!still) return false;
    const by = view.scale / still.scale;
    const [dx, dy] = [(still.x - view.x) * view.scale, (still.y - view.y) * view.scale];
    if (by < 0.6 || by > 1.7 || Math.abs(dx) > camera.width / 3 || Math.abs(dy) > camera.height / 3) return false;
    if (!copied) keep();
    const ratio = canvas.width / camera.width;
    const [wide, tall] = [canvas.width * by, canvas.height * by];
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    ctx.drawImage(kept, (canvas.width - wide) / 2 + dx * ratio, (canvas.height - tall) / 2 + dy * ratio, wide, tall);
    return true;
  }

  function ask() {
    if (!asked) requestAnimationFrame(paint);
    asked = true;
  }
  function move() {
    moving = true;
    clearTimeout(settle);
    settle = setTimeout(() => { moving = false; ask(); }, 140);
    ask();
  }

  function zoomAt(factor, x = camera.width / 2, y = camera.height / 2) {
    const before = world(x, y);
    view.scale = Math.max(0.002, Math.min(6, view.scale * factor));
    const after = world(x, y);
    view.x += before.x - after.x;
    view.y += before.y - after.y;
    move();
  }

  /** Nearest shown node within its radius and a finger's width, else null. */
  function nodeAt(x, y, reach) {
    let best = null;
    if (isOverview(camera) && !light) return null;
    for (let id = 0; id < NODES.length; id += 1) {
      if (!seenNode[id]) continue;
      const at = camera.screen(id);
      const far = Math.hypot(at.x - x, at.y - y);
      if (far < camera.radius(id) + reach && (!best || far < best.far)) best = { id, far };
    }
    return best && best.id;
  }

  function lineAt(x, y) {
    let best = null;
    for (const id of net().lines) {
      if (!seenLine[id]) continue;
      const [a, b] = [camera.screen(fromOf(id)), camera.screen(toOf(id))];
      const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2 || 1;
      const part = Math.max(0, Math.min(1, ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length));
      const far = Math.hypot(a.x + part * (b.x - a.x) - x, a.y + part * (b.y - a.y) - y);
      if (far < 6 && (!best || far < best.far)) best = { id, far };
    }
    return best && best.id;
  }

  // ---- pointer: drag the picture or a node, pinch with two, click with none of it ---------------------------
  const pointers = new Map();
  canvas.style.touchAction = "none";
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (pointers.size === 1) held = { id: nodeAt(event.offsetX, event.offsetY, 3), x: event.offsetX, y: event.offsetY, moved: false };
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (NODES.length <= 20000) on.hover(nodeAt(event.offsetX, event.offsetY, 2));
      return;
    }
    const here = { x: event.offsetX, y: event.offsetY };
    if (pointers.size === 2) {
      const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      zoomAt(Math.hypot(here.x - other.x, here.y - other.y) / (Math.hypot(before.x - other.x, before.y - other.y) || 1),
        (here.x + other.x) / 2, (here.y + other.y) / 2);
    } else if (held && (held.moved || Math.hypot(here.x - held.x, here.y - held.y) > 4)) {
      held.moved = true;
      const [dx, dy] = [(here.x - before.x) / view.scale, (here.y - before.y) / view.scale];
      if (held.id === null) { view.x -= dx; view.y -= dy; }
      else { X[held.id] += dx; Y[held.id] += dy; }
      move();
    }
    pointers.set(event.pointerId, here);
  });
  const release = (event) => {
    pointers.delete(event.pointerId);
    if (pointers.size || !held) return;
    const { moved, x, y } = held;
    held = null;
    if (moved || event.type === "pointercancel") return;
    const id = nodeAt(x, y, event.pointerType === "touch" ? 10 : 3);
    const flower = id === null && isOverview(camera) ? flowerAt(camera, { x, y }) : null;
    const line = id === null && !flower && !isOverview(camera) ? lineAt(x, y) : null;
    if (id !== null) on.node(id);
    else if (flower) fit(flower.ids);
    else if (line !== null) on.line(line);
    else on.nothing();
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("dblclick", (event) => {
    const id = nodeAt(event.offsetX, event.offsetY, 3);
    if (id !== null) on.open(id);
  });
  canvas.addEventListener("pointerleave", () => on.hover(null));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomAt(Math.exp(-event.deltaY / (event.deltaMode ? 20 : 500)), event.offsetX, event.offsetY);
  }, { passive: false });

  function fit(ids) {
    const all = ids || NODES.filter((node) => seenNode[node.id]).map((node) => node.id);
    if (!all.length || !holder.clientWidth) return;
    const { scale, position } = framed(all, spotOf, camera);
    Object.assign(view, { scale, x: position.x, y: position.y });
    ask();
  }

  size();
  return {
    name: "canvas", camera, size, fit,
    arrange: () => {},
    redraw: () => { light = lit(); still = null; ask(); },
    zoom: (factor) => zoomAt(factor),
    pan: (dx, dy) => { view.x += dx / view.scale; view.y += dy / view.scale; move(); },
    place: spotOf,
    loosen: null, // physics would take minutes at this size
  };
}
