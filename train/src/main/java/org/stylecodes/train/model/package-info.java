/** The model folder that stages read and write, and its release. */
@NullMarked
package org.stylecodes.train.model;

import org.jspecify.annotations.NullMarked;
