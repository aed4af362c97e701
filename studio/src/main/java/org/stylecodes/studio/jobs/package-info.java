/** Generations: the completion of requests, the queue, the worker that draws, and the events that report progress. */
@NullMarked
package org.stylecodes.studio.jobs;

import org.jspecify.annotations.NullMarked;
