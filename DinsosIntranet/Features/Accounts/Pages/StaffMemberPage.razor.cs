using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>What happened, to be shown above the sections of a page.</summary>
public sealed record PageNotice(NoticeKind Kind, string Text)
{
    public static PageNotice Of(Outcome outcome, string done) =>
        outcome.IsOk ? new PageNotice(NoticeKind.Done, done) : new PageNotice(NoticeKind.Warning, outcome.Message);
}

/// <summary>One person: particulars, roles, and how they sign in.</summary>
public sealed partial class StaffMemberPage
{
    private StaffDetail? _person;
    private AgencySnapshot? _agency;
    private ParticularsInput _input = new();
    private IReadOnlyList<FieldError> _errors = [];
    private PageNotice? _notice;
    private IssuedCode? _issued;
    private Guid _shown;
    private bool _isMissing;
    private bool _typed;

    [Inject]
    public required StaffQueries Queries { get; init; }

    [Inject]
    public required AccountAdministration Accounts { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    private bool IsSelf => Actor?.UserId == Id;

    /// <summary>While a code is shown, only its slip is printed.</summary>
    private string? Unprinted => _issued is null ? null : "tanpa-cetak";

    public static string AddressOf(Guid userId) => $"{StaffListPage.Address}/{userId}";

    protected override void OnInitialized() => Follow(id => id == Id, Topic.Accounts);

    protected override async Task OnParametersSetAsync()
    {
        if (Id == _shown)
        {
            return;
        }

        _shown = Id;
        (_notice, _issued, _errors, _typed) = (null, null, [], false);
        await ReadAsync();
        _input = _person is null ? new ParticularsInput() : ParticularsInput.Of(_person);
    }

    /// <summary>What is typed stays; everything else is read again.</summary>
    protected override async Task ReadAsync()
    {
        _agency = await Agencies.GetAsync();
        _person = await Queries.FindAsync(Id);
        _isMissing = _person is null;
        if (!_typed && _person is not null)
        {
            _input = ParticularsInput.Of(_person);
        }
    }

    private async Task Show(PageNotice notice)
    {
        _notice = notice;
        await ReadAsync();
    }

    private async Task SaveAsync()
    {
        (_errors, _notice) = ([], null);
        var outcome = await Accounts.ChangeAsync(
            new ChangeAccount { UserId = Id, UserName = _input.UserName, FullName = _input.FullName, Position = _input.Position, Nip = _input.Nip },
            await Acting.ActAsync());
        if (outcome.Refusals.Any(r => r.Field is not null))
        {
            _errors = FieldError.From(outcome.Refusals);
            return;
        }

        _typed = _typed && !outcome.IsOk;
        await Show(PageNotice.Of(outcome, "Perubahan disimpan."));
    }
}
