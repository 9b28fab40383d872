using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>Open to anybody: the public keys and how a code is made, so that checking a letter needs no trust in this site.</summary>
public sealed partial class VerificationKeysPage
{
    private AgencySnapshot? _agency;
    private IReadOnlyList<PublishedKey> _keys = [];

    [Inject]
    public required KeyRing Keys { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required IEnumerable<ILetterContent> Contents { get; init; }

    private string AgencyName => _agency is null ? "Dinas Sosial" : $"{_agency.Profile.Name} {_agency.Profile.Regency}";

    private IEnumerable<string> SignedKinds => Contents.Select(c => c.Kind);

    protected override async Task OnInitializedAsync() => (_agency, _keys) = (await Agencies.FindAsync(), VerificationKeys.Published(Keys));

    private string Day(DateTime utc) => _agency is null ? IndonesianDates.Letter(DateOnly.FromDateTime(utc)) : IndonesianDates.Letter(_agency.DateOf(utc));
}
