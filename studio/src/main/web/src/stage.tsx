// The drawing that the address names: its progress, and then its pictures with their request and actions.
import type { Signal } from "./signal";
import { useEffect, useState } from "preact/hooks";
import * as api from "./api";
import { type Drawing, follow, isOver, stop } from "./jobs";
import { guidanceModes, shownInterval } from "./more";
import { announce, attempt } from "./notices";
import { startFrom, takeStyles } from "./pictures";
import { go, route } from "./router";
import { DrawingTile } from "./sketch";
import { draft, draftOf, drawn, forget, pictureUrl, stylesOf, thumbnailUrl } from "./studio";
import type { GenerationRequest, Job, Picture, StyleChoice } from "./types";
import { duration, Failure, Icon } from "./widgets";

export function Stage() {
  const id = route.value.query.get("job");
  const [drawing, setDrawing] = useState<Signal<Drawing> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    setFailure(null);
    if (!id) return setDrawing(null);
    let current = true;
    api.job(id).then(
      (job) => current && setDrawing(follow(job)),
      (problem: Error) => current && setFailure(problem.message),
    );
    return () => void (current = false);
  }, [id]);
  const restored = route.value.query.get("restored");
  if (failure) return <Failure text={failure} />;
  if (!id && restored) return <Restored key={restored} picture={restored} />;
  if (!drawing || drawing.value.job.id !== id) {
    return id ? <div class="stage empty" /> : <Nothing />;
  }
  return <Shown drawing={drawing} />;
}

function Nothing() {
  return (
    <div class="stage empty">
      <p>{drawn.value.length ? "Pick one of your drawings below, or draw a new one." : "What you draw appears here."}</p>
    </div>
  );
}

/** A picture whose request was restored to the form. */
function Restored({ picture }: { picture: string }) {
  const [gone, setGone] = useState(false);
  if (gone) return <Nothing />;
  const url = pictureUrl(picture);
  return (
    <article class="stage">
      <figure>
        <div class="sketch">
          <img src={url} alt="The picture whose request was restored" onError={() => setGone(true)} />
        </div>
        <figcaption>
          <PictureActions id={picture} url={url} file={`${picture}.png`} />
        </figcaption>
      </figure>
      <p class="quiet">The form now holds this picture’s request. Draw it again, or change it.</p>
    </article>
  );
}

function Shown({ drawing }: { drawing: Signal<Drawing> }) {
  const { job } = drawing.value;
  const count = job.request.count ?? 1;
  return (
    <article class={count > 1 ? "stage many" : "stage"}>
      <div class={count > 1 ? "tiles many" : "tiles"}>
        {Array.from({ length: count }, (_, place) => (
          <figure key={place}>
            <DrawingTile
              drawing={drawing}
              picture={place + 1}
              label={job.request.prompt || "A picture without a prompt"}
            />
            {job.results[place] && <ResultActions job={job} {...job.results[place]!} />}
          </figure>
        ))}
      </div>
      <div class="said">
        {!isOver(job) && <UnderWay drawing={drawing} />}
        {job.state === "failed" && <Failure text={job.error ? api.explained(job.error) : "The drawing failed."} />}
        <RequestShown request={job.request} />
        <div class="buttons">
          <button class="button" onClick={() => (draft.value = draftOf(job.request))}>
            Use this request
          </button>
          <button
            class="button"
            onClick={() => {
              forget(job.id);
              go("/draw", true);
            }}
          >
            Remove from history
          </button>
        </div>
      </div>
    </article>
  );
}

function UnderWay({ drawing }: { drawing: Signal<Drawing> }) {
  const { job } = drawing.value;
  const { progress, position } = job;
  const parts: string[] = [];
  if (job.state === "queued") {
    parts.push(position > 1 ? `Waiting: ${position - 1} ahead in the queue` : "Waiting: next in the queue");
  } else if (progress?.step) {
    if (progress.pictures > 1) parts.push(`Picture ${progress.picture} of ${progress.pictures}`);
    parts.push(`Step ${progress.step} of ${progress.steps}`);
    if (progress.secondsLeft != null) parts.push(progress.secondsLeft < 1 ? "almost done" : `${duration(progress.secondsLeft)} left`);
  } else {
    parts.push("Starting");
  }
  // Announced at every quarter, because announcing every step would be too much to listen to.
  const quarter = progress && job.state === "running" ? Math.floor((4 * progress.step) / progress.steps) : 0;
  const said = parts.join(", ");
  useEffect(() => announce(said), [job.state, progress?.picture, quarter]);
  return (
    <div class="underway">
      <p>{parts.join(" · ")}</p>
      <button class="button" onClick={() => void attempt(() => stop(drawing))}>
        Cancel
      </button>
    </div>
  );
}

function ResultActions({ job, seed, picture }: { job: Job; seed: string; picture: Picture }) {
  const file = `${(job.request.prompt || "picture").replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40)}-${seed}.png`;
  return (
    <figcaption>
      <a class="button" href={picture.url} download={file} title="Download the PNG">
        <Icon name="download" />
        <span>PNG</span>
      </a>
      <PictureActions id={picture.id} url={picture.url} file={file} />
    </figcaption>
  );
}

function PictureActions({ id, url, file }: { id: string; url: string; file: string }) {
  const takeStyle = () =>
    attempt(async () => {
      const bytes = await (await api.call(url)).blob();
      await takeStyles([new File([bytes], file, { type: "image/png" })]);
    });
  return (
    <>
      <button class="button" title="Start from it" onClick={() => startFrom(id)}>
        <Icon name="picture" />
        <span>Start from it</span>
      </button>
      <button class="button" title="Take its style" onClick={() => void takeStyle()}>
        <Icon name="brush" />
        <span>Take its style</span>
      </button>
    </>
  );
}

function RequestShown({ request }: { request: GenerationRequest }) {
  const settings: [string, string | number | undefined][] = [
    ["Negative", request.negative],
    ["Seed", request.seed],
    ["Size", request.width && `${request.width} × ${request.height}`],
    ["Steps", request.steps],
    ["Sampler", request.sampler],
    ["Guidance", request.guidance],
    ["Guidance mode", request.guidanceMode && (guidanceModes[request.guidanceMode] ?? request.guidanceMode)],
    ["Strength", request.styles?.length ? request.strength : undefined],
    ["Guidance in", shownInterval(request.guidanceInterval)],
    ["Style in", request.styles?.length ? shownInterval(request.styleInterval) : undefined],
    ["Changed by", request.init ? request.initStrength : undefined],
  ];
  return (
    <section class="request" aria-label="The request">
      <h2>{request.prompt || "Without a prompt"}</h2>
      {!!request.styles?.length && (
        <ul class="plainlist">
          {stylesOf(request).map((style, place) => (
            <li key={place}>
              <StyleShown style={style} />
              {style.weight != null && style.weight !== 1 && ` × ${style.weight}`}
            </li>
          ))}
        </ul>
      )}
      <dl>
        {settings.map(
          ([name, value]) =>
            value != null &&
            value !== "" && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {request.init && <img class="initshown" src={thumbnailUrl(request.init)} alt="The picture it started from" />}
    </section>
  );
}

function StyleShown({ style }: { style: StyleChoice }) {
  if ("code" in style) {
    return (
      <a class="code" href={`/s/${style.code}`}>
        {style.code}
      </a>
    );
  }
  if ("picture" in style) return <img src={thumbnailUrl(style.picture)} alt="A picture’s style" />;
  return <GalleryStyle id={style.style} />;
}

function GalleryStyle({ id }: { id: string }) {
  const [style, setStyle] = useState<{ name: string; shared: string } | null>(null);
  useEffect(() => void api.style(id).then(setStyle, () => {}), [id]);
  return style ? <a href={`/s/${style.shared}`}>{style.name}</a> : <span>A style from the gallery</span>;
}
