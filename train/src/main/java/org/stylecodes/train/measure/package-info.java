/** Measures of how well a model's pictures follow a style and a prompt. */
@NullMarked
package org.stylecodes.train.measure;

import org.jspecify.annotations.NullMarked;
