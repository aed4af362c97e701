/** The stages of training: what each trains, with which loss, and where the result goes. */
@NullMarked
package org.stylecodes.train.stage;

import org.jspecify.annotations.NullMarked;
