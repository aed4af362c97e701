/** Encodes pictures and draws requests with the networks of one model folder. Callers enter through {@link org.stylecodes.StyleCodes}. */
@NullMarked
package org.stylecodes.pipeline;

import org.jspecify.annotations.NullMarked;
