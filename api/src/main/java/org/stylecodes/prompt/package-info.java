/** Prompts as text: how CLIP cuts them into words, and which words a model was taught. */
@NullMarked
package org.stylecodes.prompt;

import org.jspecify.annotations.NullMarked;
