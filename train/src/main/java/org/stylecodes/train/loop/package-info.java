/** The training loop: optimizer, checkpoints, metrics, and mixed precision. */
@NullMarked
package org.stylecodes.train.loop;

import org.jspecify.annotations.NullMarked;
