/** The stages of training: what each trains, on what loss, and where the result goes. */
@NullMarked
package org.stylecodes.train.stage;

import org.jspecify.annotations.NullMarked;
