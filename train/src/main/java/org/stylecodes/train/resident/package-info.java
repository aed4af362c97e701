/** Training with pictures and latents that stay in the memory of the device, which keeps a graphics card busy. */
@NullMarked
package org.stylecodes.train.resident;

import org.jspecify.annotations.NullMarked;
