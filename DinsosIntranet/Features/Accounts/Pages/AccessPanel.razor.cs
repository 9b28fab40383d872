using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>How one person signs in: reset with a code to hand over, disabled, enabled again.</summary>
public sealed partial class AccessPanel
{
    private bool _withTwoSteps;

    [Inject]
    public required AccountAdministration Administration { get; init; }

    [Inject]
    public required AccountService Accounts { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public required StaffDetail Person { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter, EditorRequired]
    public required bool IsSelf { get; set; }

    [Parameter]
    public EventCallback<PageNotice> OnDone { get; set; }

    [Parameter]
    public EventCallback<IssuedCode> OnIssued { get; set; }

    private async Task ResetAsync()
    {
        if (Person.State == StaffState.Active && !await Dialogs.AskAsync(
            $"Setel ulang kata sandi {Person.FullName}?", "Setel ulang", "Kata sandi lama dan semua sesi yang terbuka berakhir seketika. Anda mendapat kode sekali pakai untuk diserahkan.", keep: "Batal"))
        {
            return;
        }

        var outcome = await Administration.ResetPasswordAsync(Person.Id, _withTwoSteps, await Acting.ActAsync());
        if (outcome.IsOk)
        {
            _withTwoSteps = false;
            await OnIssued.InvokeAsync(outcome.Value);
        }

        await OnDone.InvokeAsync(PageNotice.Of(outcome, "Kata sandi lama tidak berlaku lagi. Serahkan kode di atas kepada yang bersangkutan."));
    }

    private async Task DisableAsync()
    {
        if (await Dialogs.AskAsync($"Nonaktifkan akun {Person.FullName}?", "Nonaktifkan", "Apa pun yang sedang dibukanya ditutup dalam dua detik. Riwayatnya tetap ada.", keep: "Batal"))
        {
            await OnDone.InvokeAsync(PageNotice.Of(await Accounts.DisableAsync(Person.Id, await Acting.ActAsync()), "Akun dinonaktifkan."));
        }
    }

    private async Task EnableAsync() =>
        await OnDone.InvokeAsync(PageNotice.Of(await Accounts.EnableAsync(Person.Id, await Acting.ActAsync()), "Akun diaktifkan kembali, dengan peran dan kata sandi seperti sebelumnya."));
}
