/** Published file formats: safetensors, PyTorch pickles, configurations and model folders, and the tensor names in them. */
@NullMarked
package org.stylecodes.format;

import org.jspecify.annotations.NullMarked;
