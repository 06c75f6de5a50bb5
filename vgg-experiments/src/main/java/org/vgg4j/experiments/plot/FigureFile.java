package org.vgg4j.experiments.plot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SimpleImageHandler;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;
import org.w3c.dom.Document;

/** Writes figures in the format that the file's name asks for. */
public enum FigureFile {
  /** Lines that stay sharp at any size; letters are outlines too, the same on every machine. */
  SVG {
    @Override
    byte[] bytes(Drawable figure) throws IOException {
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
      context.setPrecision(2); // hundredths of a pixel
      context.setGenericImageHandler(new SimpleImageHandler(new EmbeddedPng()));
      SVGGraphics2D graphics = new SVGGraphics2D(context, false);
      graphics.setSVGCanvasSize(new Dimension(Drawable.WIDTH, figure.height()));
      figure.paint(graphics);
      StringWriter text = new StringWriter();
      graphics.stream(text, true);
      return text.toString().getBytes(UTF_8);
    }
  },

  /** Pixels, three for each of the figure's units: 300 an inch where it is 17 cm wide. */
  PNG {
    @Override
    byte[] bytes(Drawable figure) throws IOException {
      BufferedImage image =
          new BufferedImage(
              SCALE * Drawable.WIDTH, SCALE * figure.height(), BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setBackground(Color.WHITE);
      graphics.clearRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(SCALE, SCALE);
      figure.paint(graphics);
      graphics.dispose();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    }
  };

  private static final int SCALE = 3;

  abstract byte[] bytes(Drawable figure) throws IOException;

  /**
   * The format that a file's name ends with.
   *
   * @throws Problem if it is another
   */
  public static FigureFile named(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (FigureFile format : values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw Problem.configuration(
        file.toString(), "is neither an .svg nor a .png file", "give it one of these endings");
  }

  /** Writes a figure, whole or not at all. */
  public void write(Drawable figure, Path file) {
    AtomicFile.write(
        file,
        channel -> {
          ByteBuffer bytes = ByteBuffer.wrap(bytes(figure));
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  private static Document emptyDocument() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument("http://www.w3.org/2000/svg", "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
