/** Published file formats: safetensors, PyTorch pickles, configurations, model folders, and the names that tensors have in them. */
@NullMarked
package org.stylecodes.format;

import org.jspecify.annotations.NullMarked;
