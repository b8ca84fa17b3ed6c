package io.sitepulse.ingest.geo;

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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds countries in an MMDB file (GeoLite2 Country or City, DB-IP and the like). The file is read
 * into memory, so it can be replaced at any time. {@link #refresh} loads the new file, or keeps the
 * old data if the file is broken.
 */
public final class MmdbCountryLookup implements CountryLookup {
  private static final Logger LOG = LoggerFactory.getLogger(MmdbCountryLookup.class);
  private static final Pattern ISO = Pattern.compile("[A-Z]{2}");

  private final Path file;
  private volatile Reader reader;
  private FileTime read;

  /** The used part of an entry. */
  public record Entry(@Nullable Country country) {
    @MaxMindDbConstructor
    public Entry(@MaxMindDbParameter(name = "country") @Nullable Country country) {
      this.country = country;
    }
  }

  /** The used part of a country. */
  public record Country(@Nullable String isoCode) {
    @MaxMindDbConstructor
    public Country(@MaxMindDbParameter(name = "iso_code") @Nullable String isoCode) {
      this.isoCode = isoCode;
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
   * @throws IllegalArgumentException if the file does not exist or is not an MMDB file
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
      String code = entry == null || entry.country() == null ? null : entry.country().isoCode();
      return code != null && ISO.matcher(code).matches() ? code : null;
    } catch (IOException | RuntimeException e) {
      return null; // For example an IPv6 address in a file of IPv4 addresses.
    }
  }

  private static Reader open(Path file) throws IOException {
    return new Reader(file.toFile(), FileMode.MEMORY);
  }
}
