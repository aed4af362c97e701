/** Trains the networks in stages. All stages share one training loop, and an interrupted run resumes with identical results. */
@NullMarked
package org.stylecodes.train;

import org.jspecify.annotations.NullMarked;
