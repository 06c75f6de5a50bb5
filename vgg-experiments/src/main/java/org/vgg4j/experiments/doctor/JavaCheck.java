package org.vgg4j.experiments.doctor;

/** The virtual machine. */
final class JavaCheck {
  private static final int WANTED = 17;

  private JavaCheck() {}

  static Finding of(Runtime.Version version, String vendor) {
    String what = version + " of " + vendor;
    return version.feature() < WANTED
        ? Finding.missing("Java", what, "install a JDK " + WANTED + ", or point JAVA_HOME to one")
        : Finding.ok("Java", what);
  }
}
