package org.vgg4j.data.layout;

import java.util.Optional;

/**
 * What a record of a shard tells of its image.
 *
 * @param name of the image, with or without folders; empty where it has none
 * @param label its class
 */
record Sample(Optional<String> name, Label label) {

  /**
   * A class by its name or by its number.
   *
   * @param name of the class, where it is told
   * @param number from 0; no matter where there is a name
   */
  record Label(Optional<String> name, int number) {
    static Label named(String name) {
      return new Label(Optional.of(name), 0);
    }

    static Label numbered(int number) {
      return new Label(Optional.empty(), number);
    }

    @Override
    public String toString() {
      return name.orElseGet(() -> Integer.toString(number));
    }
  }
}
