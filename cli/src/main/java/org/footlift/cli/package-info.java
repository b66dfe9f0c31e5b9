/** The footlift command: thin subcommands that compose the other modules. */
@org.jspecify.annotations.NullMarked
package org.footlift.cli;
