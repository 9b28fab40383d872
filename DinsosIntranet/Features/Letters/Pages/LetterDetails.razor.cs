using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>One letter: how it stands, what is stored of it, who printed it; from here it is revoked or replaced.</summary>
public sealed partial class LetterDetails
{
    private LetterView? _view;
    private SigningView? _signing;
    private AgencySnapshot? _agency;
    private TimeZoneInfo? _zone;
    private DateOnly _today;
    private Guid _shownId;
    private bool _missing;
    private string? _done;
    private OpenedReplacement? _opened;

    [Inject]
    public required LetterQueries Queries { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    private bool SeesBook => Actor is not null && Policies.Admits(Policies.Letters, Actor);

    private string Title => _view is null ? "Surat" : _view.Letter.Number is { } number ? $"Surat {number}" : $"Konsep {_view.Letter.Title}";

    private string? Summary => _view is null ? null : $"{_view.Letter.Title}, permohonan {_view.RequestNumber}";

    private string ParentHref => SeesBook ? "/surat" : _view is null ? "/permohonan" : $"/permohonan/{_view.Letter.RequestId}";

    private string ParentText => SeesBook ? "Surat" : "Permohonan";

    /// <summary>The role by which the viewer signs a letter that no step signs; null for everybody else.</summary>
    private RoleInUnit? SigningRole => _view?.SigningDesk is { } desk && Actor is not null ? _agency?.FindDesk(desk)?.MembershipOf(Actor) : null;

    private string PasswordHelp => SigningRole is { } role
        ? $"Anda menandatangani sebagai {LetterRules.Capacity(role, Actor!)}. Kata sandi diminta lagi agar meja yang ditinggalkan tidak menandatangani."
        : "";

    protected override void OnInitialized() => Follow(id => id == Id || id == _view?.Letter.RequestId, Topic.Letters, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Id != _shownId)
        {
            (_shownId, _done, _opened) = (Id, null, null);
            await ReadAsync();
        }
    }

    private static string StandingText(LetterView view) =>
        view is { Standing: LetterStanding.Valid, Letter.ValidUntil: null } ? "Terbit" : view.Standing.Name();

    private static bool MayPrint(LetterView view) => view.Standing != LetterStanding.Voided && (view.IsSigned || view.Letter.IssuedFileId is not null);

    private bool MayRevoke(LetterView view) =>
        view.IsSigned && view.Letter.Status == LetterStatus.Issued && Actor is not null && LetterRules.MayRevoke(view.Letter.SignerUserId, Actor);

    private bool MayReplace(LetterView view) =>
        view is { IsReplaceable: true, RequestIsOpen: false, ReplacedBy: null, Letter.Status: LetterStatus.Issued or LetterStatus.Revoked } && Actor is not null && LetterRules.MayReplace(Actor);

    private string EndedHeading(LetterView view) =>
        $"{view.Standing.Name()} {view.Letter.EndedByText} pada {(view.Letter.EndedAt is { } at ? IndonesianDates.ShortWithTime(at, _zone!) : "–")}".Replace("  ", " ", StringComparison.Ordinal);

    private async Task RevokeAsync()
    {
        var number = _view!.Letter.Number;
        var revoked = await Dialogs.OpenAsync<RevokeDialog>(
            $"Cabut surat {number}?",
            new Dictionary<string, object?> { [nameof(RevokeDialog.LetterId)] = Id, [nameof(RevokeDialog.ReturnsToDesk)] = _view.RequestIsOpen },
            ConfirmDialogs.Options("520px"));
        if (revoked is true)
        {
            (_done, _opened) = ($"Surat {number} dicabut. Siapa pun yang memeriksanya diberi tahu.", null);
            await ReadAsync();
        }
    }

    private async Task OpenedAsync(OpenedReplacement opened)
    {
        (_done, _opened) = ($"Permohonan {opened.Number} dibuka dan masuk meja {opened.DeskName}.", opened);
        await ReadAsync();
    }

    private async Task PreparedAsync(string done)
    {
        (_done, _opened) = (done, null);
        await ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var id = Id;
        var agency = await Agencies.GetAsync(Gone);
        var today = agency.DateOf(Time.GetUtcNow().UtcDateTime);
        var view = await Queries.FindAsync(id, Actor, today, Gone);
        var signing = view?.IsBesideSteps == true ? await Queries.ForSigningBesideAsync(id, agency, Gone) : null;
        if (id == Id)
        {
            (_agency, _signing) = (agency, signing);
            (_view, _zone, _today, _missing) = (view, agency.Zone, today, view is null);
        }
    }
}
