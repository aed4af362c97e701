/** Trains the networks: one visible loop, four stages, each resumable to the bit. */
@NullMarked
package org.stylecodes.train;

import org.jspecify.annotations.NullMarked;
