/** The denoising network: a UNet with residual blocks and spatial transformers that read the prompt. */
@NullMarked
package org.stylecodes.unet;

import org.jspecify.annotations.NullMarked;
