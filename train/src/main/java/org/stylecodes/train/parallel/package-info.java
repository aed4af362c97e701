/** Threads that share the work of a step. */
@NullMarked
package org.stylecodes.train.parallel;

import org.jspecify.annotations.NullMarked;
