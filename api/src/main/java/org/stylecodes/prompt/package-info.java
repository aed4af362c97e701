/** Prompts as text: how CLIP splits them into words, and which words a model knows. */
@NullMarked
package org.stylecodes.prompt;

import org.jspecify.annotations.NullMarked;
