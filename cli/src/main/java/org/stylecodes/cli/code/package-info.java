/** The commands {@code stylecodes code ...}: checking, converting, mixing and drawing style codes. */
@NullMarked
package org.stylecodes.cli.code;

import org.jspecify.annotations.NullMarked;
