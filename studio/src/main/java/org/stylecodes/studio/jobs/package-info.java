/** Generations: what is asked for, the queue, the worker that draws, and the events that tell of it. */
@NullMarked
package org.stylecodes.studio.jobs;

import org.jspecify.annotations.NullMarked;
