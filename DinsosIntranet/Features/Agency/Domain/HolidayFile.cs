using System.Globalization;
using System.Text;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>What is wrong with a file, and in which of its lines (from 1) where one is to blame.</summary>
public sealed record FileProblem(int? Line, string Message)
{
    public string Text => Line is null ? Message : string.Create(CultureInfo.InvariantCulture, $"Baris {Line}: {Message}");
}

/// <summary>
/// The holidays of one year as a file brings them: CSV with a header line (comma, semicolon or tab; as Excel writes it, with
/// or without a byte order mark), or the JSON form of <c>data/calendar</c>. Told apart by content, never by name. With a
/// single problem nothing of the file is taken.
/// </summary>
public sealed partial record HolidayFile(IReadOnlyList<CalendarDay> Days, IReadOnlyList<FileProblem> Problems)
{
    public const int MaxBytes = 128 * 1024;
    public const int NameMaxLength = 120;
    public const int SourceMaxLength = 200;

    /// <summary>A year has no more days; two kinds of entry on one date are rare.</summary>
    private const int MostDays = 400;

    private const int MostProblems = 40;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public bool IsGood => Problems.Count == 0;

    /// <summary>Reads a file whole; what is wrong is told line by line.</summary>
    /// <param name="content">The bytes as they were uploaded.</param>
    /// <param name="year">The year the administrator chose; every date must lie in it.</param>
    /// <param name="source">The decree, for entries of a file that names none.</param>
    public static HolidayFile Read(byte[] content, int year, string? source)
    {
        if (content.Length > MaxBytes)
        {
            return Bad("Berkas lebih dari 128 KB; daftar hari libur setahun jauh lebih kecil. Periksa lagi berkasnya.");
        }

        if (Decode(content) is not { } text)
        {
            return Bad("Berkas ini bukan teks UTF-8. Simpan dari Excel sebagai \"CSV UTF-8\", atau pakai bentuk JSON.");
        }

        if (text.Trim().Length == 0)
        {
            return Bad("Berkas kosong.");
        }

        var reading = new Reading(year, source?.Trim() is { Length: > 0 } given ? given : null);
        if (text.TrimStart()[0] is '{' or '[')
        {
            ReadJson(text, reading);
        }
        else
        {
            ReadCsv(text, reading);
        }

        return reading.Result();
    }

    private static HolidayFile Bad(string message) => new([], [new FileProblem(null, message)]);

    private static string? Decode(byte[] content)
    {
        try
        {
            var text = Strict.GetString(content).TrimStart('\uFEFF');
            return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Gathers entries and problems, each with its line.</summary>
    private sealed class Reading(int year, string? source)
    {
        private readonly List<CalendarDay> _days = [];
        private readonly List<FileProblem> _problems = [];
        private readonly Dictionary<(DateOnly, CalendarDayKind), int> _lines = [];

        public int Year => year;

        public void Problem(int? line, string message) => _problems.Add(new FileProblem(line, message));

        public void Add(int line, string? date, string? name, string? kind, string? ownSource, string? provisional)
        {
            var before = _problems.Count;
            var day = Date(line, date);
            var what = Kind(line, kind);
            var isProvisional = Provisional(line, provisional);
            var title = Required(line, name, "nama", NameMaxLength);
            var decree = Required(line, string.IsNullOrWhiteSpace(ownSource) ? source : ownSource, "sumber", SourceMaxLength);
            if (_problems.Count > before)
            {
                return;
            }

            if (_lines.TryGetValue((day!.Value, what!.Value), out var first))
            {
                Problem(line, $"tanggal dan jenisnya sama dengan baris {first}.");
                return;
            }

            _lines.Add((day.Value, what.Value), line);
            _days.Add(new CalendarDay(day.Value, title!, what.Value, decree!, isProvisional));
        }

        public HolidayFile Result()
        {
            if (_problems.Count == 0 && _days.Count == 0)
            {
                return Bad("Berkas tidak berisi satu pun hari libur.");
            }

            if (_days.Count > MostDays)
            {
                return Bad($"Berkas berisi {_days.Count} tanggal; paling banyak {MostDays}.");
            }

            if (_problems.Count > MostProblems)
            {
                return new HolidayFile([], [.. _problems.Take(MostProblems), new FileProblem(null, $"dan {_problems.Count - MostProblems} baris lain.")]);
            }

            return new HolidayFile(_problems.Count == 0 ? [.. _days.OrderBy(d => d.Date)] : [], _problems);
        }

        private DateOnly? Date(int line, string? text)
        {
            if (!DateOnly.TryParseExact(text?.Trim(), ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                Problem(line, $"'{Short(text)}' bukan tanggal. Tulis misalnya {year}-12-25 atau 25/12/{year}.");
                return null;
            }

            if (date.Year != year)
            {
                Problem(line, $"tanggal {Short(text)} bukan tahun {year}.");
                return null;
            }

            return date;
        }

        private CalendarDayKind? Kind(int line, string? text)
        {
            var code = (text ?? "").Trim().ToLowerInvariant().Replace(' ', '-');
            if (CalendarDayKinds.FromCode(code) is { } kind)
            {
                return kind;
            }

            Problem(line, $"jenis '{Short(text)}' tidak dikenal. Pilih salah satu: {string.Join(", ", CalendarDayKinds.All.Select(k => k.Code()))}.");
            return null;
        }

        private bool Provisional(int line, string? text)
        {
            switch ((text ?? "").Trim().ToLowerInvariant())
            {
                case "ya" or "y" or "1" or "true":
                    return true;
                case "" or "tidak" or "t" or "0" or "false" or "-":
                    return false;
                default:
                    Problem(line, $"kolom sementara berisi '{Short(text)}'; tulis ya atau tidak.");
                    return false;
            }
        }

        private string? Required(int line, string? text, string what, int most)
        {
            var trimmed = text?.Trim() ?? "";
            if (trimmed.Length == 0)
            {
                Problem(line, what == "sumber" ? "sumber (nomor keputusan) kosong. Isi di berkas atau di atas." : $"{what} kosong.");
                return null;
            }

            if (trimmed.Length > most)
            {
                Problem(line, $"{what} paling banyak {most} huruf.");
                return null;
            }

            return trimmed;
        }

        private static string Short(string? text) => text is null ? "" : text.Length <= 30 ? text.Trim() : text[..30] + "…";
    }
}
