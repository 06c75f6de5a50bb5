package org.vgg4j.experiments.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of real images and golden data, which tests alone need.
 *
 * @param home the checkout; empty where the program does not run from one
 */
record SharedCheck(Machine machine, Optional<Path> home) {

  Finding finding() {
    Optional<Path> place =
        machine
            .variable("VGG_SHARED")
            .map(Path::of)
            .or(() -> home.map(checkout -> checkout.toAbsolutePath().resolveSibling("shared")));
    return place
        .filter(folder -> Files.isDirectory(folder.resolve("golden")))
        .map(folder -> Finding.ok("test data", folder.toString()))
        .orElseGet(
            () ->
                Finding.warning(
                    "test data",
                    place.map(folder -> "none at " + folder).orElse("none"),
                    "only ./mvnw verify needs it: set VGG_SHARED to the folder"));
  }
}
