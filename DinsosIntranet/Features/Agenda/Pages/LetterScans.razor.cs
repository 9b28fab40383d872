using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Intake;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agenda.Pages;

/// <summary>The scans of a letter as the secretariat uploads them: the letter, then one place more than there are enclosures.</summary>
public sealed partial class LetterScans
{
    /// <summary>Longer enclosures are scanned into one file.</summary>
    private const int MostEnclosures = 9;

    private IReadOnlyList<AttachmentRow> _files = [];
    private HashSet<string> _filled = [];
    private Guid? _read;

    [Inject]
    public required AttachmentService Attachments { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    /// <summary>The letter, or the form while it is not saved.</summary>
    [Parameter, EditorRequired]
    public required Guid OwnerId { get; set; }

    private IEnumerable<string> Shown
    {
        get
        {
            var enclosures = Enumerable.Range(1, MostEnclosures).Select(i => $"{Enclosure}{i}").ToList();
            var last = enclosures.FindLastIndex(_filled.Contains);
            return _filled.Contains(Letter) ? enclosures.Take(Math.Min(last + 2, MostEnclosures)).Prepend(Letter) : enclosures.Take(last + 1).Prepend(Letter);
        }
    }

    internal const string Letter = "surat";
    internal const string Enclosure = "lampiran-";

    internal static string NameOf(string purpose) =>
        purpose.StartsWith(Enclosure, StringComparison.Ordinal) ? "Lampiran " + purpose[Enclosure.Length..] : "Surat";

    protected override async Task OnParametersSetAsync()
    {
        if (_read != OwnerId && await Acting.FindAsync() is { } viewer)
        {
            _read = OwnerId;
            _files = await Attachments.ListAsync(OwnerId, viewer);
            _filled = [.. _files.Select(f => f.Purpose)];
        }
    }

    private void Changed(string purpose, AttachmentRow? file)
    {
        if (file is null)
        {
            _filled.Remove(purpose);
        }
        else
        {
            _filled.Add(purpose);
        }
    }
}
