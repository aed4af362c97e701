/**
 * Pictures: reading files, resizing exactly as the published release does, writing PNG files with texts, and contact sheets. Pure Java
 * over byte arrays, without LibTorch.
 */
@NullMarked
package org.stylecodes.image;

import org.jspecify.annotations.NullMarked;
