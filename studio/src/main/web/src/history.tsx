// The drawings of this browser. It stores ids and requests; the pictures come from the server.
import { useEffect } from "preact/hooks";
import * as api from "./api";
import { follow, over } from "./jobs";
import { route } from "./router";
import { drawn, forget, remember, thumbnailUrl } from "./studio";
import type { GenerationRequest, Job } from "./types";

/** Resumes following the drawings that were not finished when the page was closed. */
async function resume(): Promise<void> {
  for (const { id } of drawn.value.filter((entry) => !entry.over)) {
    const job = await present(id);
    if (job) void over(follow(job)).then(remember);
  }
}

/** The job, or undefined if it cannot be loaded. Forgets a job that the studio has removed. */
async function present(id: string): Promise<Job | undefined> {
  try {
    return await api.job(id);
  } catch (problem) {
    if (problem instanceof api.Problem && problem.status === 404) forget(id);
    return undefined;
  }
}

const nameOf = ({ prompt, seed }: GenerationRequest) => `${prompt || "without a prompt"}, seed ${seed}`;

export function History() {
  useEffect(() => void resume(), []);
  const entries = drawn.value;
  if (!entries.length) return null;
  const shown = route.value.query.get("job");
  return (
    <section class="history" aria-labelledby="history">
      <header>
        <h2 id="history">Drawn in this browser</h2>
        <button class="plain" onClick={() => (drawn.value = [])}>
          Clear
        </button>
      </header>
      <ul>
        {entries.map(({ id, request, results, over }) => (
          <li key={id}>
            <a href={`/draw?job=${id}`} aria-current={id === shown ? "true" : undefined} title={request.prompt}>
              {results[0] ? (
                <img src={thumbnailUrl(results[0].picture)} alt={nameOf(request)} loading="lazy" onError={() => void present(id)} />
              ) : (
                <span>
                  <span class="unseen">{nameOf(request)}: </span>
                  {over ? "no picture" : "…"}
                </span>
              )}
              {results.length > 0 && (request.count ?? 1) > 1 && (
                <small>
                  {over && results.length < request.count! ? `${results.length} of ${request.count}` : results.length}
                  <span class="unseen"> pictures</span>
                </small>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
