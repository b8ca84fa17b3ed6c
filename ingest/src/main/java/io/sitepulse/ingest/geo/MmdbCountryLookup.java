package io.sitepulse.ingest.geo;

import com.maxmind.db.InvalidNetworkException;
import com.maxmind.db.MaxMindDbConstructor;
import com.maxmind.db.MaxMindDbParameter;
import com.maxmind.db.Reader;
import com.maxmind.db.Reader.FileMode;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.sitepulse.runtime.log.LogKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds countries in an MMDB file of MaxMind or DB-IP ({@code country.iso_code}) or ipinfo ({@code
 * country_code}, or {@code country} as a text). The file is read into memory, so it can be replaced
 * at any time. {@link #refresh} loads the new file, or keeps the old data if the file is broken or
 * has no countries.
 */
public final class MmdbCountryLookup implements CountryLookup {
  private static final Logger LOG = LoggerFactory.getLogger(MmdbCountryLookup.class);
  private static final Pattern ISO = Pattern.compile("[A-Z]{2}");

  private final Path file;
  private volatile Reader reader;
  private FileTime read;

  /** Number of networks in which a country is looked for when a file is opened. */
  private static final int SAMPLE = 10_000;

  /**
   * The used part of an entry.
   *
   * @param country a map with {@code iso_code}, or a text
   * @param code a text, for files whose {@code country} is a name
   */
  public record Entry(@Nullable Object country, @Nullable Object code) {
    @MaxMindDbConstructor
    public Entry(
        @MaxMindDbParameter(name = "country") @Nullable Object country,
        @MaxMindDbParameter(name = "country_code") @Nullable Object code) {
      this.country = country;
      this.code = code;
    }

    @Nullable String iso() {
      Object nested = country instanceof Map<?, ?> map ? map.get("iso_code") : country;
      return isIso(nested) ? (String) nested : isIso(code) ? (String) code : null;
    }

    private static boolean isIso(@Nullable Object value) {
      return value instanceof String text && ISO.matcher(text).matches();
    }
  }

  private MmdbCountryLookup(Path file) throws IOException {
    this.file = file;
    this.read = Files.getLastModifiedTime(file);
    this.reader = open(file);
  }

  /**
   * Reads a file.
   *
   * @param setting name of the setting, for the message
   * @throws IllegalArgumentException if the file does not exist, is not an MMDB file or has no
   *     countries
   */
  public static MmdbCountryLookup read(Path file, String setting) {
    try {
      return new MmdbCountryLookup(file);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          setting + " must name an MMDB file that can be read, but " + file + ": " + e, e);
    }
  }

  /** Reloads the file if it has changed. Blocks. */
  public synchronized void refresh() {
    try {
      FileTime modified = Files.getLastModifiedTime(file);
      if (!modified.equals(read)) {
        read = modified;
        reader = open(file);
        LOG.atInfo().addKeyValue(LogKeys.FILE, file).log("GeoIP file reloaded");
      }
    } catch (IOException | RuntimeException e) {
      LOG.atWarn()
          .addKeyValue(LogKeys.FILE, file)
          .addKeyValue(LogKeys.ERROR, e.toString())
          .log("cannot read GeoIP file, keeping the previous one");
    }
  }

  @Override
  public @Nullable String of(String address) {
    IPAddress parsed = new IPAddressString(address).getAddress();
    if (parsed == null) {
      return null;
    }
    try {
      Entry entry = reader.get(parsed.toInetAddress(), Entry.class);
      return entry == null ? null : entry.iso();
    } catch (IOException | RuntimeException e) {
      return null; // For example an IPv6 address in a file of IPv4 addresses.
    }
  }

  private static Reader open(Path file) throws IOException {
    var reader = new Reader(file.toFile(), FileMode.MEMORY);
    if (hasCountries(reader)) {
      return reader;
    }
    throw new IOException(
        "it has no countries (its type is "
            + reader.getMetadata().getDatabaseType()
            + "). Use a file of countries, such as GeoLite2-Country, dbip-country-lite or ipinfo_lite");
  }

  private static boolean hasCountries(Reader reader) throws IOException {
    try {
      var networks = reader.networks(Entry.class);
      for (int i = 0; i < SAMPLE && networks.hasNext(); i++) {
        Entry entry = networks.next().getData();
        if (entry != null && entry.iso() != null) {
          return true;
        }
      }
      return false;
    } catch (InvalidNetworkException e) {
      throw new IOException(e);
    }
  }
}
