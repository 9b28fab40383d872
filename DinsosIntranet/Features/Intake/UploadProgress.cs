using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Intake;

/// <summary>How far an upload is: "Mengunggah 62% · 0,7 dari 1,1 MB".</summary>
public sealed record UploadProgress(long Read, long Total)
{
    public int Percent => Total == 0 ? 0 : (int)Math.Min(100, Read * 100 / Total);

    public string Text
    {
        get
        {
            var total = FileSizes.Text(Total);
            var read = FileSizes.Text(Math.Min(Read, Total));
            var unit = total[total.LastIndexOf(' ')..];

            // The unit is said once where it is the same.
            var shown = read.EndsWith(unit, StringComparison.Ordinal) ? read[..^unit.Length] : read;
            return $"Mengunggah {Percent}% · {shown} dari {total}";
        }
    }
}
