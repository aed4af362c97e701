/** The text side of CLIP (Radford et al. 2021): a prompt becomes token ids, and token ids become embeddings. */
@NullMarked
package org.stylecodes.clip;

import org.jspecify.annotations.NullMarked;
