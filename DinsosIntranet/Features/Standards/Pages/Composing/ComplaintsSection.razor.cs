using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages.Composing;

/// <summary>How complaints about the service are taken.</summary>
public sealed partial class ComplaintsSection
{
    private static readonly NamedCode[] Kinds =
    [
        new("tatap-muka", "Tatap muka"), new("kotak-pengaduan", "Kotak pengaduan"), new("telepon", "Telepon, SMS, WA"), new("surat", "Surat"),
        new("pos-el", "Surel"), new("sp4n-lapor", "SP4N-LAPOR!"), new("situs", "Situs"), new("media-sosial", "Media sosial"),
    ];

    private Task AddAsync()
    {
        Draft.Complaints.Channels.Add(new ComplaintChannelDraft { Kind = Kinds[0].Code });
        return ChangedAsync();
    }

    private Task RemoveAsync(ComplaintChannelDraft channel)
    {
        Draft.Complaints.Channels.Remove(channel);
        return ChangedAsync();
    }

    private Task FlowAsync(ChangeEventArgs change)
    {
        Draft.Complaints.Flow = [.. (change.Value?.ToString() ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return ChangedAsync();
    }
}
