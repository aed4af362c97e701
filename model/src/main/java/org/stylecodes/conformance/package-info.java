/** Compares this build with recorded outputs of the published Python implementations. */
@NullMarked
package org.stylecodes.conformance;

import org.jspecify.annotations.NullMarked;
